/** The numbers on the screen, for small parts deep inside of what a drag leaves alone. */
import { createContext, use } from "react";
import type { CoverageNumbers } from "./use-numbers.ts";

export const NumbersContext = createContext<CoverageNumbers | null>(null);

export function useShownNumbers(): CoverageNumbers {
  const numbers = use(NumbersContext);
  if (!numbers) throw new Error("useShownNumbers outside of the coverage screen.");
  return numbers;
}
