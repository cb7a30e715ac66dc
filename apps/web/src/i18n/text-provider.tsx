/** Gives every component the words of the language that the address asks for, Vietnamese unless it says otherwise. */
import type { Language } from "@firecover/domain";
import { type ReactNode, use, useEffect, useMemo } from "react";
import { I18nProvider } from "react-aria-components";
import { createIntl, createIntlCache } from "react-intl";
import { createFormat } from "./format.ts";
import { createText, TextContext } from "./use-text.ts";
import { vi } from "./vi.ts";

type Catalogue = Readonly<Record<string, string>>;
const catalogues: Partial<Record<Language, Promise<Catalogue>>> = {};

/** Vietnamese is always there; English comes when somebody asks for it. Needs a Suspense around it. */
function useCatalogue(language: Language): Catalogue {
  if (language === "vi") return vi;
  catalogues.en ??= import("./en.ts").then(({ en }) => en);
  return use(catalogues.en);
}

const cache = createIntlCache();

export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  const messages = useCatalogue(language);
  const text = useMemo(() => {
    const intl = createIntl({ locale: language, messages: { ...messages } }, cache);
    return createText(intl, language, createFormat(language), (chunks) => <b key="b">{chunks}</b>);
  }, [language, messages]);

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
