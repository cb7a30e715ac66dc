/**
 * The 34 provinces since 1 July 2025 (Resolution 202/2025/QH15): code, name, number of commune-level units, and
 * residents where the merging resolution of the National Assembly's Standing Committee states them.
 */
export interface ProvinceFacts {
  name: string;
  communeCount: number;
  population: number | null;
}

const facts = (name: string, communeCount: number, population: number | null = null): ProvinceFacts => ({
  name,
  communeCount,
  population,
});

export const provinces: Readonly<Record<string, ProvinceFacts>> = {
  "01": facts("Hà Nội", 126),
  "04": facts("Cao Bằng", 56),
  "08": facts("Tuyên Quang", 124),
  "11": facts("Điện Biên", 45),
  "12": facts("Lai Châu", 38),
  "14": facts("Sơn La", 75),
  "15": facts("Lào Cai", 99, 1_778_785),
  "19": facts("Thái Nguyên", 92, 1_799_489),
  "20": facts("Lạng Sơn", 65),
  "22": facts("Quảng Ninh", 54),
  "24": facts("Bắc Ninh", 99, 3_619_433),
  "25": facts("Phú Thọ", 148),
  "31": facts("Hải Phòng", 114),
  "33": facts("Hưng Yên", 104),
  "37": facts("Ninh Bình", 129),
  "38": facts("Thanh Hóa", 166),
  "40": facts("Nghệ An", 130),
  "42": facts("Hà Tĩnh", 69),
  "44": facts("Quảng Trị", 78),
  "46": facts("Huế", 40),
  "48": facts("Đà Nẵng", 94),
  "51": facts("Quảng Ngãi", 96),
  "52": facts("Gia Lai", 135),
  "56": facts("Khánh Hòa", 65),
  "66": facts("Đắk Lắk", 102),
  "68": facts("Lâm Đồng", 124, 3_872_999),
  "75": facts("Đồng Nai", 95),
  "79": facts("TP. Hồ Chí Minh", 168),
  "80": facts("Tây Ninh", 96),
  "82": facts("Đồng Tháp", 102),
  "86": facts("Vĩnh Long", 124),
  "91": facts("An Giang", 102),
  "92": facts("Cần Thơ", 103),
  "96": facts("Cà Mau", 64),
};
