/** On a phone the card of what was picked lies in the sheet, where there is room for it. */
import { SelectedCard } from "./selected-card.tsx";
import { useOpenWhatIf } from "./use-open-what-if.ts";
import "./what-if.css";

export default function PhoneSelected() {
  const whatIf = useOpenWhatIf();
  return whatIf && <SelectedCard whatIf={whatIf} />;
}
