/** The words of a language, for tests. */
import type { Language } from "@firecover/domain";
import { createIntl } from "react-intl";
import { en } from "../src/i18n/en.ts";
import { createFormat } from "../src/i18n/format.ts";
import { createText, type Text } from "../src/i18n/use-text.ts";
import { vi } from "../src/i18n/vi.ts";

export function textIn(language: Language): Text {
  const intl = createIntl({ locale: language, messages: language === "vi" ? vi : en });
  return createText(intl, language, createFormat(language), (chunks) => chunks.join(""));
}
