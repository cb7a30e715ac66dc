/** Words of the siting screen, loaded with it: the first load of the dashboard carries none of them. */
import type { Language } from "@firecover/domain";
import { createContext, type ReactNode, use, useMemo } from "react";
import { createIntl, createIntlCache } from "react-intl";
import type { MessageKey } from "../i18n/en.ts";
import type { sitingEn } from "../i18n/siting.en.ts";
import { sitingVi } from "../i18n/siting.vi.ts";
import { type BoldChunks, type Text, type TextValues, useText } from "../i18n/use-text.ts";

export type SitingKey = keyof typeof sitingEn;

export interface SitingText extends Omit<Text, "t" | "rich"> {
  t(key: SitingKey | MessageKey, values?: TextValues): string;
  rich(key: SitingKey | MessageKey, values?: Record<string, ReactNode>): ReactNode;
}

const SitingTextContext = createContext<SitingText | null>(null);

export function useSitingText(): SitingText {
  const text = use(SitingTextContext);
  if (!text) throw new Error("useSitingText outside of SitingTextProvider.");
  return text;
}

let english: Promise<Readonly<Record<string, string>>> | undefined;

/** Vietnamese comes with the screen; English when somebody asks for it. Needs a Suspense around it. */
function useCatalogue(language: Language): Readonly<Record<string, string>> {
  if (language === "vi") return sitingVi;
  english ??= import("../i18n/siting.en.ts").then(({ sitingEn }) => sitingEn);
  return use(english);
}

const cache = createIntlCache();
const isOwn = (key: string): key is SitingKey => key in sitingVi;

const reactBold: BoldChunks = (chunks) => <b key="b">{chunks}</b>;

/** Words of one's own beside the shared ones. */
export function createSitingText(
  shared: Text,
  messages: Readonly<Record<string, string>>,
  bold: BoldChunks = reactBold,
): SitingText {
  const intl = createIntl({ locale: shared.language, messages: { ...messages } }, cache);
  return {
    ...shared,
    t: (key, values) =>
      isOwn(key) ? String(intl.formatMessage({ id: key }, values)) : shared.t(key, values),
    rich: (key, values) =>
      isOwn(key)
        ? (intl.formatMessage({ id: key }, { b: bold, ...values }) as ReactNode)
        : shared.rich(key, values),
  };
}

export function SitingTextProvider({ children }: { children: ReactNode }) {
  const shared = useText();
  const messages = useCatalogue(shared.language);
  const text = useMemo(() => createSitingText(shared, messages), [shared, messages]);
  return <SitingTextContext value={text}>{children}</SitingTextContext>;
}
