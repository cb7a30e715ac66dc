/** The twin of dragging: latitude and longitude written by hand. */
import type { LonLat } from "@firecover/domain";
import { useEffect, useId, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { parseNumber } from "./number-field.tsx";

interface Props {
  at: LonLat;
  onPlace: (at: LonLat) => void;
}

/** A metre. */
const digits = 5;

export function CoordinateFields({ at: [lon, lat], onPlace }: Props) {
  const { t, language } = useText();
  const written = (degrees: number) => {
    const text = degrees.toFixed(digits);
    return language === "vi" ? text.replace(".", ",") : text;
  };
  const [latText, setLatText] = useState(written(lat));
  const [lonText, setLonText] = useState(written(lon));
  const [isBad, setIsBad] = useState(false);
  const latId = useId();
  const lonId = useId();
  useEffect(() => {
    setLatText(written(lat));
    setLonText(written(lon));
  }, [lon, lat, language]);
  const place = () => {
    const [newLat, newLon] = [parseNumber(latText), parseNumber(lonText)];
    const isGood = newLat !== null && newLon !== null && Math.abs(newLat) <= 90 && Math.abs(newLon) <= 180;
    setIsBad(!isGood);
    if (isGood) onPlace([newLon, newLat]);
  };
  return (
    <form
      className="what-if-coordinates"
      onSubmit={(event) => {
        event.preventDefault();
        place();
      }}
    >
      <div className="what-if-field">
        <label htmlFor={latId}>{t("whatIf.latitude")}</label>
        <input
          id={latId}
          inputMode="decimal"
          value={latText}
          aria-invalid={isBad}
          onChange={(event) => setLatText(event.target.value)}
        />
      </div>
      <div className="what-if-field">
        <label htmlFor={lonId}>{t("whatIf.longitude")}</label>
        <input
          id={lonId}
          inputMode="decimal"
          value={lonText}
          aria-invalid={isBad}
          onChange={(event) => setLonText(event.target.value)}
        />
      </div>
      <Button isCompact type="submit">
        {t("whatIf.place")}
      </Button>
      {isBad && (
        <p className="what-if-bad" role="alert">
          {t("whatIf.badCoordinates")}
        </p>
      )}
    </form>
  );
}
