/** The groups of the question, of each of which at least one site is to be chosen; each can be taken away. */
import { X } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { siteNames } from "./measure.ts";
import { writeGroups } from "./question-address.ts";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function QuestionGroups() {
  const text = useSitingText();
  const { t } = text;
  const { question, byId, isChecking, setSearch } = useSiting();
  const { groups } = question;
  // Sites are named by their numbers, which come with the candidates.
  if (groups.length === 0 || isChecking) return null;
  return (
    <ul className="question-groups">
      {groups.map((group, place) => {
        const sites = siteNames(group, (id) => String(byId.get(id)?.number ?? id), text);
        return (
          <li key={group.join()}>
            {t("siting.group.text", { sites })}
            <IconButton
              label={t("siting.group.remove", { sites })}
              onPress={() => setSearch({ groups: writeGroups(groups.filter((_, other) => other !== place)) })}
            >
              <X size={14} strokeWidth={1.9} />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
