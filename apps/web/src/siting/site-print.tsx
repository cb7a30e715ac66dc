/** placeholder while building */
import type { ShownAnswer } from "./siting-context.ts";
export default function SitePrint(_props: { shown: ShownAnswer; onClose: () => void }) {
  return null;
}
