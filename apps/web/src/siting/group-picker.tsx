/** "Ít nhất một trong số này": several candidates ticked in the list become a group of the question. */
import { Button } from "../ui/button.tsx";
import { writeGroups } from "./question-address.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

interface Props {
  /** Ids ticked so far; null = nobody is ticking. */
  picked: ReadonlySet<string> | null;
  onPicked: (picked: ReadonlySet<string> | null) => void;
}

export function GroupPicker({ picked, onPicked }: Props) {
  const { t } = useSitingText();
  const { question, candidates, setSearch } = useSiting();
  if (candidates.length < 2) return null;
  if (picked === null)
    return (
      <button type="button" className="link-button" onClick={() => onPicked(new Set())}>
        {t("siting.group.start")}
      </button>
    );
  const add = () => {
    setSearch({ groups: writeGroups([...question.groups, [...picked]]) });
    onPicked(null);
  };
  return (
    <div className="group-picker" role="status">
      <span className="caption">{t("siting.group.picked", { count: picked.size })}</span>
      <Button isCompact look="primary" isDisabled={picked.size < 2} onPress={add}>
        {t("siting.group.add")}
      </Button>
      <Button isCompact onPress={() => onPicked(null)}>
        {t("whatIf.cancel")}
      </Button>
    </div>
  );
}
