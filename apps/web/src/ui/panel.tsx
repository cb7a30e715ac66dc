/** A docked panel with a title and a button that folds it away. */
import { PanelLeftClose, PanelRightClose } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "./icon-button.tsx";
import "./panel.css";

interface Props {
  title: string;
  side: "left" | "right";
  onFold?: () => void;
  head?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, side, onFold, head, children }: Props) {
  const { t } = useText();
  const titleId = useId();
  const Icon = side === "left" ? PanelLeftClose : PanelRightClose;
  return (
    <section className={`panel panel-${side}`} aria-labelledby={titleId}>
      <header className="panel-head">
        <h2 id={titleId}>{title}</h2>
        {head}
        {onFold && (
          <IconButton label={t("action.foldPanel", { name: title })} onPress={onFold}>
            <Icon size={18} strokeWidth={1.7} />
          </IconButton>
        )}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** A block inside a panel, set off by a line. */
export function PanelSection(props: { title?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel-section">
      {props.title && (
        <header className="panel-section-head">
          <h3>{props.title}</h3>
          {props.aside && <span className="caption">{props.aside}</span>}
        </header>
      )}
      {props.children}
    </section>
  );
}
