/** Words of drawing plots and zones, beside the shared ones; no screen that draws nothing loads them. */
import type { Language } from "@firecover/domain";
import { useMemo } from "react";
import { createIntl, createIntlCache, type IntlShape } from "react-intl";
import type { MessageKey } from "../i18n/en.ts";
import { siteDrawingEn } from "../i18n/site-drawing.en.ts";
import { siteDrawingVi } from "../i18n/site-drawing.vi.ts";
import { type Text, type TextValues, useText } from "../i18n/use-text.ts";

export type DrawingKey = keyof typeof siteDrawingEn;

export interface DrawingText extends Omit<Text, "t"> {
  t(key: DrawingKey | MessageKey, values?: TextValues): string;
}

const cache = createIntlCache();
const intls: Partial<Record<Language, IntlShape>> = {};
const isOwn = (key: string): key is DrawingKey => key in siteDrawingVi;

export function useDrawingText(): DrawingText {
  const shared = useText();
  return useMemo(() => {
    const { language } = shared;
    intls[language] ??= createIntl(
      { locale: language, messages: language === "vi" ? siteDrawingVi : siteDrawingEn },
      cache,
    );
    const intl = intls[language];
    return {
      ...shared,
      t: (key, values) =>
        isOwn(key) ? String(intl.formatMessage({ id: key }, values)) : shared.t(key, values),
    };
  }, [shared]);
}
