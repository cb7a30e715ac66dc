/** Copies the address, which holds everything that is shown. */
import { Share } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";

export function ShareButton() {
  const { t } = useText();
  const [said, setSaid] = useState("");
  const share = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(t("why.shared"));
    } catch {
      setSaid(t("why.shareFailed"));
    }
    setTimeout(() => setSaid(""), 4000);
  };
  return (
    <>
      <span className="caption" role="status">
        {said}
      </span>
      <IconButton label={t("why.share")} onPress={() => void share()}>
        <Share size={18} strokeWidth={1.7} />
      </IconButton>
    </>
  );
}
