/** Names of communes as maps and narrow columns write them: `P. Ba Đình`, `X. Bát Xát`. */

export function shortCommuneName(name: string): string {
  return name
    .replace(/^Phường\s+/u, "P. ")
    .replace(/^Xã\s+/u, "X. ")
    .replace(/^Đặc khu\s+/u, "ĐK ");
}
