/** The twin of pressing on the map: all corners as a list, read as soon as every line makes sense. */
import type { LonLat } from "@firecover/domain";
import { useEffect, useId, useState } from "react";
import { readCorners, writeCorners } from "./corner-text.ts";
import { setCorners } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";

interface Props {
  corners: readonly LonLat[];
  decimalMark: "," | ".";
}

export function CornerList({ corners, decimalMark }: Props) {
  const { t } = useDrawingText();
  const id = useId();
  const written = writeCorners(corners, decimalMark);
  const [text, setText] = useState(written);
  const read = readCorners(text);
  // What the map changed is written down; what is being typed stays as it is typed.
  useEffect(() => {
    setText((now) => {
      const typed = readCorners(now);
      return "corners" in typed && writeCorners(typed.corners, decimalMark) === written ? now : written;
    });
  }, [written, decimalMark]);
  return (
    <details className="drawing-typed">
      <summary>{t("draw.typed")}</summary>
      <label htmlFor={id} className="caption">
        {t("draw.typedWords")}
      </label>
      <textarea
        id={id}
        rows={5}
        spellCheck={false}
        value={text}
        aria-invalid={"fault" in read}
        aria-describedby={"fault" in read ? `${id}-fault` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          const next = readCorners(event.target.value);
          if ("corners" in next) setCorners(next.corners);
        }}
      />
      {"fault" in read && (
        <p id={`${id}-fault`} className="drawing-bad">
          {t(`draw.typedFault.${read.fault}`, { line: read.line })}
        </p>
      )}
    </details>
  );
}
