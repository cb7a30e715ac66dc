/** Words of the registers for siting, laid over the others where those registers can be seen; the first load has none of them. */
import type { Language } from "@firecover/domain";
import { type ReactNode, use, useMemo } from "react";
import { createIntl, createIntlCache } from "react-intl";
import { siteRegistersVi } from "../i18n/site-registers.vi.ts";
import { type Text, TextContext, useText } from "../i18n/use-text.ts";

let english: Promise<Readonly<Record<string, string>>> | undefined;

/** Needs a Suspense around it where somebody asks for English. */
function useCatalogue(language: Language): Readonly<Record<string, string>> {
  if (language === "vi") return siteRegistersVi;
  english ??= import("../i18n/site-registers.en.ts").then(({ siteRegistersEn }) => siteRegistersEn);
  return use(english);
}

const cache = createIntlCache();

export function SiteWords({ children }: { children: ReactNode }) {
  const shared = useText();
  const messages = useCatalogue(shared.language);
  const text = useMemo((): Text => {
    const intl = createIntl({ locale: shared.language, messages: { ...messages } }, cache);
    return {
      ...shared,
      t: (key, values) =>
        key in messages ? String(intl.formatMessage({ id: key as string }, values)) : shared.t(key, values),
    };
  }, [shared, messages]);
  return <TextContext value={text}>{children}</TextContext>;
}
