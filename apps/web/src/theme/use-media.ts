/** Which of the four layouts the window has room for. */
import { useSyncExternalStore } from "react";

const onScreen = new Map<string, boolean>();

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => matchesOnScreen(query),
  );
}

/** Paper is narrower than the window: were panels to fold while it prints, the sheet that one of them opened would go, too. */
function matchesOnScreen(query: string): boolean {
  const known = onScreen.get(query);
  if (known !== undefined && matchMedia("print").matches) return known;
  const { matches } = matchMedia(query);
  onScreen.set(query, matches);
  return matches;
}

/** Below 768 px: the phone layout. */
export const useIsPhone = () => useMedia("(max-width: 767.98px)");
/** Below 1280 px the left panel starts folded, below 1024 px both do. */
export const useHasRoomForLeft = () => useMedia("(min-width: 1280px)");
export const useHasRoomForRight = () => useMedia("(min-width: 1024px)");
