/** The first field of the page that holds no number gets the focus: what is on the screen is saved whole or not at all. */
export function focusFaultyField(part: HTMLElement | null): boolean {
  const faulty = part?.querySelector<HTMLInputElement>("input[aria-invalid]");
  faulty?.focus();
  return faulty != null;
}
