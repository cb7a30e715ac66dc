/** Gives every component the words of the language that the address asks for, Vietnamese unless it says otherwise. */
import type { Language } from "@firecover/domain";
import { type ReactNode, useEffect, useMemo } from "react";
import { I18nProvider } from "react-aria-components";
import { createIntl, createIntlCache } from "react-intl";
import { en } from "./en.ts";
import { createFormat } from "./format.ts";
import { createText, TextContext } from "./use-text.ts";
import { vi } from "./vi.ts";

const catalogues: Record<Language, Record<string, string>> = { vi, en };
const cache = createIntlCache();

export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  const text = useMemo(() => {
    const intl = createIntl({ locale: language, messages: catalogues[language] }, cache);
    return createText(intl, language, createFormat(language), (chunks) => <b key="b">{chunks}</b>);
  }, [language]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = text.t("app.title");
  }, [language, text]);

  return (
    <I18nProvider locale={language === "vi" ? "vi-VN" : "en-GB"}>
      <TextContext value={text}>{children}</TextContext>
    </I18nProvider>
  );
}
