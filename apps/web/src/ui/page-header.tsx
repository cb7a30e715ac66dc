/** Title line of a page without a map, with its actions on the right. */
import type { ReactNode } from "react";
import "./page-header.css";

export function PageHeader(props: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-header">
      <div>
        <h1>{props.title}</h1>
        {props.lead && <p className="caption">{props.lead}</p>}
      </div>
      {props.actions && <div className="page-header-actions">{props.actions}</div>}
    </header>
  );
}
