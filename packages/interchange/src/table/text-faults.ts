/** Text that is no text any more: control characters, lost letters, Vietnamese of an older encoding in disguise. */
import type { ImportIssueCode, Label } from "@firecover/domain";
import { text } from "../issues.ts";

export interface TextFault {
  code: ImportIssueCode;
  /** Ends a sentence that names value and column. */
  reason: Label;
  suggestion: Label;
}

const lineOrTab = new Set([9, 10, 13]);

/** UTF-8 that was opened as Windows-1252 and saved again: `Chá»£` for `Chợ`, `Ä‘` for `đ`. */
const readTwice = /á[º»][^\s\p{L}]|Ã[\u00a0-\u00bf]|Æ[°¡]|Ä[‘\u0091\u0090©¨]|Å©/u;
/** TCVN3 (.VnTime) opened as Latin letters: signs where no Vietnamese or European word has them. */
const tcvn3 = /\p{L}[µ¸¹¨¾¼½©®ª«¬\u00ad§¶»]\p{Ll}|(^|\s)[§®][\p{L}\u00ad]/u;
/** VNI-Windows opened as Latin letters, where tone marks stand behind their vowels: `Chôï Ñoàng`. */
const vni = /[aeoôöuy][øïûåù]|[aeo]â|aê|ñ(?=\p{Ll})/giu;
/** Of these, the ones that no other language has. */
const onlyVni = /[aeo]â|aê|[ôö][øïùûõ]/iu;

const toUnicode = text(
  "Chuyển văn bản sang Unicode (ví dụ bằng UniKey), rồi lưu dạng “CSV UTF-8”.",
  "Convert the text to Unicode, then save it as “CSV UTF-8”.",
);

const typeAgain = text("Xóa ký tự đó và gõ lại giá trị.", "Delete that character and type the value again.");

export function textFault(value: string): TextFault | null {
  // plain ASCII letters and signs are most of what there is
  if (/^[\x20-\x7e]*$/.test(value)) return null;
  return controlFault(value) ?? encodingFault(value);
}

function controlFault(value: string): TextFault | null {
  if (!value.isWellFormed()) {
    return {
      code: "nul-byte",
      reason: text("chứa ký tự bị cắt đôi", "holds half of a character"),
      suggestion: typeAgain,
    };
  }
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code >= 32 && code !== 127) || lineOrTab.has(code)) continue;
    return {
      code: code === 0 ? "nul-byte" : "bad-encoding",
      reason:
        code === 0
          ? text("chứa byte NUL", "holds a NUL byte")
          : text(`chứa ký tự điều khiển số ${code}`, `holds the control character ${code}`),
      suggestion: typeAgain,
    };
  }
  return null;
}

function encodingFault(value: string): TextFault | null {
  if (value.includes("\ufffd")) {
    return encoding(
      text("có chữ đã mất khi đổi bảng mã", "has letters that were lost in a change of encoding"),
      text(
        "Lấy lại từ tệp gốc, lưu dạng “CSV UTF-8”.",
        "Go back to the original file and save it as “CSV UTF-8”.",
      ),
    );
  }
  if (readTwice.test(value) || /[\u0080-\u009f]/.test(value)) {
    return encoding(
      text("là chữ UTF-8 bị đọc sai bảng mã", "is UTF-8 that was read as another encoding"),
      text(
        "Mở lại tệp gốc với bảng mã UTF-8, lưu dạng “CSV UTF-8”.",
        "Open the original as UTF-8 and save it as “CSV UTF-8”.",
      ),
    );
  }
  if (tcvn3.test(value))
    return encoding(text("là chữ TCVN3 (.VnTime)", "is TCVN3 text (.VnTime)"), toUnicode);
  // one such pair may be a slip of the keyboard; two in one cell are not
  if (onlyVni.test(value) && (value.match(vni)?.length ?? 0) >= 2)
    return encoding(text("là chữ VNI-Windows", "is VNI-Windows text"), toUnicode);
  return null;
}

const encoding = (reason: Label, suggestion: Label): TextFault => ({
  code: "bad-encoding",
  reason,
  suggestion,
});
