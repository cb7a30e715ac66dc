/** Vietnamese names of streets, villages and communes; invented places, ordinary words. */
import { mulberry32 } from "./random.ts";

const avenueNames = [
  "Trần Phú",
  "Nguyễn Thái Học",
  "Điện Biên",
  "Lê Lợi",
  "Hoàng Hoa Thám",
  "Lý Thường Kiệt",
  "Trần Hưng Đạo",
  "Quang Trung",
  "Nguyễn Tất Thành",
  "Âu Cơ",
  "Yên Ninh",
  "Bà Triệu",
  "Hùng Vương",
  "Ngô Quyền",
  "Đinh Tiên Hoàng",
  "Thành Công",
  "Nguyễn Phúc",
  "Lê Hồng Phong",
  "Phan Bội Châu",
  "Võ Nguyên Giáp",
  "Phạm Văn Đồng",
  "Trường Chinh",
  "Nguyễn Văn Cừ",
  "Lạc Long Quân",
] as const;

const streetNames = [
  "Hàng Quế",
  "Bến Thao",
  "Cao Thắng",
  "Trần Quốc Toản",
  "Lương Văn Can",
  "Nguyễn Du",
  "Đoàn Thị Điểm",
  "Hồ Xuân Hương",
  "Lê Văn Tám",
  "Kim Đồng",
  "Võ Thị Sáu",
  "Phan Chu Trinh",
  "Tô Hiến Thành",
  "Yết Kiêu",
  "Dã Tượng",
  "Phạm Ngũ Lão",
  "Nguyễn Khuyến",
  "Tô Ngọc Vân",
  "Bùi Thị Xuân",
  "Lý Tự Trọng",
  "Nguyễn Đình Chiểu",
  "Hàn Thuyên",
  "Chu Văn An",
  "Lê Quý Đôn",
  "Tuệ Tĩnh",
  "Hải Thượng Lãn Ông",
  "Đặng Dung",
  "Trần Nhật Duật",
  "Trần Quang Khải",
  "Nguyễn Biểu",
  "Mai Hắc Đế",
  "Phùng Hưng",
  "Khúc Hạo",
  "Dương Đình Nghệ",
  "Lê Hoàn",
  "Lý Nam Đế",
  "Lý Thái Tổ",
  "Trần Nhân Tông",
  "Trần Bình Trọng",
  "Đào Duy Anh",
  "Tôn Đức Thắng",
  "Nguyễn Lương Bằng",
  "Hà Huy Tập",
  "Lê Duẩn",
  "Xuân Diệu",
  "Huy Cận",
  "Tố Hữu",
  "Nam Cao",
  "Ngô Tất Tố",
  "Vũ Trọng Phụng",
  "Thạch Lam",
  "Nguyễn Bính",
  "Tản Đà",
  "Trần Tế Xương",
  "Nguyễn Trãi",
  "Cao Bá Quát",
  "Đội Cấn",
  "Nguyễn Thiện Thuật",
  "Đề Thám",
  "Phan Đình Phùng",
  "Tống Duy Tân",
  "Mạc Thị Bưởi",
  "Cù Chính Lan",
  "La Văn Cầu",
  "Bế Văn Đàn",
  "Tô Vĩnh Diện",
  "Phan Đình Giót",
  "Hoàng Văn Thụ",
  "Lương Khánh Thiện",
  "Nguyễn Viết Xuân",
  "Ngọc Hân",
  "Thanh Niên",
  "Hoa Ban",
  "Hoa Mận",
  "Sơn Tra",
  "Đồng Tâm",
  "Hòa Bình",
  "Thống Nhất",
  "Tân Lập",
  "Minh Khai",
  "Cầu Đất",
  "Bãi Sậy",
  "Cây Gạo",
  "Lò Vôi",
  "Chợ Cũ",
  "Bến Đò",
  "Đầm Sen",
  "Ao Cá",
  "Gò Mít",
  "Đồi Chè",
  "Khe Quế",
  "Vườn Đào",
  "Giếng Ngọc",
  "Đình Làng",
  "Nhà Thờ",
  "Ga Cũ",
] as const;

const villageFirst = ["Bản", "Bản", "Thôn", "Thôn", "Thôn", "Làng", "Khe", "Nà"] as const;
const villageSecond = [
  "Lùng",
  "Quế",
  "Mây",
  "Chiềng",
  "Vàng",
  "Sấu",
  "Đồng Tâm",
  "Hốc",
  "Trạng",
  "Cọ",
  "Lếch",
  "Cẩu",
  "Mường",
  "Pá",
  "Nậm Khao",
  "Tát",
  "Phai",
  "Khoai",
  "Giàng",
  "Cát",
  "Bốn",
  "Ngòi",
  "Thẩm",
  "Lạn",
  "Nghè",
  "Ván",
  "Dẹt",
  "Sung",
  "Đát",
  "Ca",
  "Rịa",
  "Mảng",
  "Tông",
  "Ổi",
  "Kẹn",
  "Cuổi",
] as const;
const villageThird = ["", "", "Thượng", "Hạ", "Trung", "Lớn", "Mới", "Đông", "Tây", "Trên", "Dưới"] as const;

export const wardNames = [
  "Quế Thao",
  "Bến Ngọc",
  "Hoa Ban",
  "Tân Thịnh Quế",
  "Đồng Sơn Tra",
  "Cầu Mây",
  "Yên Thao",
  "Nam Thao",
  "Giới Quế",
] as const;

export const communeNames = [
  "Mường Quế",
  "Lũng Thao",
  "Ngòi Vàng",
  "Khe Sấu",
  "Đại Thao",
  "Nậm Cọ",
  "Phai Lùng",
  "Quế Thượng",
  "Tân Lũng",
  "An Thao",
  "Hưng Quế",
  "Nà Ván",
  "Pá Khoai",
  "Lương Thao",
  "Đông Lũng",
  "Xuân Quế",
  "Chiềng Mây",
  "Bản Đát",
  "Viễn Thao",
  "Hoàng Lũng",
  "Cát Ngòi",
  "Nậm Giàng",
  "Mỏ Quế",
  "Tà Sung",
  "Yên Lũng",
  "Phong Quế",
  "Châu Lũng",
  "Kiên Thao",
  "Mậu Quế",
  "Lâm Ngòi",
  "Trạng Sơn",
] as const;

export interface Names {
  street(rank: number): string | null;
  townStreet(rank: number): string | null;
  bridge(index: number): string;
  village(): string;
}

/** Names in a seeded order; streets and villages come once each until the words run out. */
export function namesFor(seed: number): Names {
  const random = mulberry32(seed ^ 0x5eed);
  const shuffled = <T>(list: readonly T[]) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = random.int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  };
  const avenues = shuffled(avenueNames);
  const streets = shuffled(streetNames);
  const villages = shuffled(
    villageFirst
      .slice(1)
      .flatMap((a) =>
        villageSecond.flatMap((b) => villageThird.slice(1).map((c) => `${a} ${b}${c ? ` ${c}` : ""}`)),
      ),
  );
  let avenue = 0;
  let street = 0;
  let village = 0;
  const seen = new Set<string>();
  return {
    street: (rank) => {
      if (rank > 1300 && avenue < avenues.length) return `Đường ${avenues[avenue++]}`;
      if (rank < 130) return null;
      const round = Math.floor(street / streets.length);
      const name = streets[street++ % streets.length]!;
      return round === 0 ? `Phố ${name}` : `Phố ${name} ${round + 1}`;
    },
    townStreet: (rank) => (rank > 350 ? `Phố ${random.pick(streetNames)}` : null),
    bridge: (index) => ["Cầu Quế Thao", "Cầu Bến Ngọc"][index] ?? "Cầu Thao",
    village: () => {
      for (;;) {
        const name = villages[village++ % villages.length]!;
        if (seen.has(name) && village < villages.length) continue;
        seen.add(name);
        return name;
      }
    },
  };
}
