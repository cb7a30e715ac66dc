/** A value once it has rested: a slider on its way asks the server nothing. */
import { useEffect, useState } from "react";

const restMilliseconds = 500;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
