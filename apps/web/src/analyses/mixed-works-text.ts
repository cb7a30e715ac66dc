/** Words of mixed works, kept out of the first load: this analysis' own beside the shared ones. */
import type { Language } from "@firecover/domain";
import { createIntl, createIntlCache, type IntlShape } from "react-intl";
import type { MessageKey } from "../i18n/en.ts";
import { mixedWorksEn } from "../i18n/mixed-works.en.ts";
import { mixedWorksVi } from "../i18n/mixed-works.vi.ts";
import type { Text, TextValues } from "../i18n/use-text.ts";

type OwnKey = keyof typeof mixedWorksEn;

export interface MixedWorksText extends Omit<Text, "t"> {
  t(key: OwnKey | MessageKey, values?: TextValues): string;
}

const cache = createIntlCache();
const intls: Partial<Record<Language, IntlShape>> = {};
const isOwn = (key: string): key is OwnKey => key in mixedWorksVi;

export function mixedWorksText(shared: Text): MixedWorksText {
  const { language } = shared;
  intls[language] ??= createIntl(
    { locale: language, messages: language === "vi" ? mixedWorksVi : mixedWorksEn },
    cache,
  );
  const intl = intls[language];
  return {
    ...shared,
    t: (key, values) =>
      isOwn(key) ? String(intl.formatMessage({ id: key }, values)) : shared.t(key, values),
  };
}

/** How much better another choice might be, never said too small. */
export const gapWords = (gap: number, { format }: Pick<Text, "format">): string =>
  format.percent(Math.ceil(gap * 10_000) / 10_000, 2);
