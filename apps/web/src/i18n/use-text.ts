/** Words and numbers in the reader's language: the one way a component gets its text. */
import type { Label, Language } from "@firecover/domain";
import { createContext, type ReactNode, use } from "react";
import type { IntlShape } from "react-intl";
import type { MessageKey } from "./en.ts";
import type { Format } from "./format.ts";

export type TextValues = Record<string, string | number>;

export interface Text {
  readonly language: Language;
  readonly format: Format;
  t(key: MessageKey, values?: TextValues): string;
  /** As `t`, for messages with `<b>` or nodes inside. */
  rich(key: MessageKey, values?: Record<string, ReactNode>): ReactNode;
  /** The word of an enum value, from the domain's label tables. */
  label(label: Label): string;
}

export const TextContext = createContext<Text | null>(null);

export function useText(): Text {
  const text = use(TextContext);
  if (!text) throw new Error("useText outside of TextProvider.");
  return text;
}

export function createText(intl: IntlShape, language: Language, format: Format, bold: BoldChunks): Text {
  return {
    language,
    format,
    t: (key, values) => String(intl.formatMessage({ id: key as string }, values)),
    rich: (key, values) => intl.formatMessage({ id: key as string }, { b: bold, ...values }) as ReactNode,
    label: (label) => label[language],
  };
}
export type BoldChunks = (chunks: ReactNode[]) => ReactNode;
