/** What a record's fields are called and what may be written into them: form, messages and CSV all read this. */
import type { Label } from "@firecover/domain";
import type { MessageKey } from "../i18n/en.ts";

interface FieldBase {
  readonly key: string;
  readonly label: MessageKey;
  readonly isRequired?: boolean;
  /** Shown, never changed: the id of a stored record. */
  readonly isFixed?: boolean;
}

export type Field = FieldBase &
  (
    | { readonly type: "text"; readonly maxLength?: number }
    | {
        readonly type: "number";
        readonly isInteger?: boolean;
        readonly min?: number;
        /** Smallest value not allowed, for widths and limits that cannot be 0. */
        readonly above?: number;
        readonly max?: number;
        readonly unit?: MessageKey;
      }
    | { readonly type: "date" }
    | { readonly type: "choice"; readonly choices: Readonly<Record<string, Label>> }
    | { readonly type: "commune" }
    | { readonly type: "longitude" | "latitude" }
    | { readonly type: "vehicles" }
    | { readonly type: "boolean" }
  );

/** Which field, what is wrong with it, and the values the sentence needs. */
export interface FieldFault {
  readonly key: string;
  readonly message: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A form in progress: text as typed, by field. */
export type Draft = Readonly<Record<string, string>>;
