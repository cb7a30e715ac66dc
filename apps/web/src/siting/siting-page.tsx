/** "Chọn vị trí": where new stations bring most, with proof and alternatives. */
import { Suspense } from "react";
import { useIsPhone } from "../theme/use-media.ts";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { SitingContext } from "./siting-context.ts";
import { SitingDesktop } from "./siting-desktop.tsx";
import { SitingPhone } from "./siting-phone.tsx";
import { SitingTextProvider, useSitingText } from "./siting-text.tsx";
import { useSitingLoad } from "./use-siting.ts";

export function SitingPage() {
  return (
    <Suspense fallback={<Skeleton lines={8} height={34} />}>
      <SitingTextProvider>
        <LoadedSiting />
      </SitingTextProvider>
    </Suspense>
  );
}

function LoadedSiting() {
  const { t } = useSitingText();
  const isPhone = useIsPhone();
  const { siting, error, retry } = useSitingLoad();
  if (!siting)
    return error ? (
      <ErrorState what={t("siting.failedWhat")} error={error} onRetry={retry} />
    ) : (
      <Skeleton lines={8} height={34} />
    );
  return <SitingContext value={siting}>{isPhone ? <SitingPhone /> : <SitingDesktop />}</SitingContext>;
}
