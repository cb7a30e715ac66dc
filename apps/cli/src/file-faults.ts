/** Files and folders that cannot be used, found before any work where that can be; a sentence each. */
import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { InputFaults } from "./exit.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "không có · does not exist",
  ENOTDIR: "không phải thư mục · is no folder",
  EISDIR: "là thư mục, cần một tệp · is a folder, a file is needed",
  EEXIST: "là tệp, cần một thư mục · is a file, a folder is needed",
  EACCES: "không có quyền · permission is missing",
  EPERM: "không có quyền · permission is missing",
  EROFS: "ổ đĩa chỉ đọc được · the disk is read-only",
  ENOSPC: "ổ đĩa đã đầy; dọn chỗ rồi chạy lại · the disk is full; make room and run again",
  EMFILE: "mở quá nhiều tệp · too many files are open",
};

/** The sentence for an error of the file system; null for any other. */
export function fileFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = code === undefined ? undefined : reasons[code];
  if (reason === undefined) return null;
  const place = (code === "ENOSPC" ? dest : undefined) ?? path;
  return place === undefined ? `${reason} (${error.message})` : `${place}: ${reason}`;
}

export async function mustBeReadable(path: string): Promise<void> {
  const folder = await stat(path)
    .then(async (found) => {
      await access(path, constants.R_OK);
      return found.isDirectory();
    })
    .catch((cause: Error) => {
      const reason = fileFault(cause) ?? `${path}: ${cause.message}`;
      throw new InputFaults([`${reason} — không đọc được tệp · cannot read the file`]);
    });
  if (folder) throw new InputFaults([`${path}: ${reasons["EISDIR"]}`]);
}

/** A result that cannot be written is better known before the work than after it. */
export async function mustBeWritable(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new InputFaults([`${path}: ${reasons["EISDIR"]}`]);
  await access(found ? path : dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw new InputFaults([
      `${path}: không ghi được tệp · cannot write the file: ${fileFault(cause) ?? cause}`,
    ]);
  });
}
