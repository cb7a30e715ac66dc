/** Which rows of how many, and the way to the next and the last page. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRef } from "react";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { RegistersAddress } from "./use-registers-address.ts";

interface Props {
  address: RegistersAddress;
  shown: number;
  total: number;
  nextCursor: string | null;
}

export function Pager({ address, shown, total, nextCursor }: Props) {
  const { t, format } = useText();
  const { search, show } = address;
  const from = search.from ?? 0;
  // A keyset only leads forward: the way back is remembered. Opened in the middle by a link, back means to the start.
  const cursors = useRef(new Map<number, string | undefined>());
  cursors.current.set(from, search.after);
  const previousFrom = [...cursors.current.keys()]
    .filter((start) => start < from)
    .toSorted((a, b) => b - a)[0];

  return (
    <nav className="pager" aria-label={t("registers.pager.label")}>
      <span className="caption">
        {shown > 0 &&
          t("registers.pager.range", {
            first: format.count(from + 1),
            last: format.count(from + shown),
            total: format.count(total),
          })}
      </span>
      <IconButton
        label={t(
          from > 0 && previousFrom === undefined ? "registers.pager.first" : "registers.pager.previous",
        )}
        isDisabled={from === 0}
        onPress={() =>
          show({
            after: previousFrom === undefined ? undefined : cursors.current.get(previousFrom),
            from: previousFrom || undefined,
          })
        }
      >
        <ChevronLeft size={18} strokeWidth={1.7} />
      </IconButton>
      <IconButton
        label={t("registers.pager.next")}
        isDisabled={nextCursor === null}
        onPress={() => show({ after: nextCursor ?? undefined, from: from + shown })}
      >
        <ChevronRight size={18} strokeWidth={1.7} />
      </IconButton>
    </nav>
  );
}
