/** Frame of a card on the map: a name, what is said of it, and a way to close it. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { setBench } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";

interface Props {
  whatIf: WhatIf;
  title: string;
  lead?: string | null;
  children: ReactNode;
}

export function Card({ whatIf, title, lead, children }: Props) {
  const { t } = useText();
  return (
    <section className="map-float what-if-card" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <IconButton label={t("action.close")} onPress={() => setBench(whatIf, { selected: null })}>
          <X size={16} strokeWidth={1.7} />
        </IconButton>
      </header>
      {lead && <p className="caption">{lead}</p>}
      {children}
    </section>
  );
}
