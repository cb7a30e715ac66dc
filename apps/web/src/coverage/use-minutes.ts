/** The threshold in force: follows the slider at once, and the address a moment after the slider rests. */
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useCoverageSearch } from "./use-coverage-search.ts";

const restMilliseconds = 250;

export function useMinutes(standardMinutes: number): [number, (minutes: number) => void] {
  const { minutes } = useCoverageSearch();
  const navigate = useNavigate({ from: "/vung-phu" });
  const [live, setLive] = useState<number | null>(null);

  useEffect(() => {
    if (live === null) return;
    const timer = setTimeout(async () => {
      await navigate({
        to: ".",
        search: (old) => ({ ...old, minutes: live === standardMinutes ? undefined : live }),
        replace: true,
      });
      setLive((now) => (now === live ? null : now));
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [live, standardMinutes, navigate]);

  const set = useCallback((next: number) => setLive(Math.min(20, Math.max(1, Math.round(next)))), []);
  return [live ?? minutes ?? standardMinutes, set];
}
