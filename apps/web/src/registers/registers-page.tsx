/** The registers screen: tables of what the calculation rests on, each with its twin map. */
import { PhoneHeader } from "../frame/phone-header.tsx";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { candidateSitesRegister } from "./candidate-sites-register.tsx";
import { communesRegister } from "./communes-register.tsx";
import { exclusionZonesRegister } from "./exclusion-zones-register.tsx";
import { fireStationsRegister } from "./fire-stations-register.tsx";
import { premisesRegister } from "./premises-register.tsx";
import { RegisterView } from "./register-view.tsx";
import { roadsRegister } from "./roads-register.tsx";
import { SiteWords } from "./site-words.tsx";
import { useRegistersAddress } from "./use-registers-address.ts";
import { waterSourcesRegister } from "./water-sources-register.tsx";
import "./registers-page.css";

export function RegistersPage() {
  const { t } = useText();
  const isPhone = useIsPhone();
  const address = useRegistersAddress();
  return (
    <div className="registers-page">
      {isPhone && <PhoneHeader title={t("mode.registers")} />}
      <SiteWords>
        <ChosenRegister address={address} />
      </SiteWords>
    </div>
  );
}

function ChosenRegister({ address }: { address: ReturnType<typeof useRegistersAddress> }) {
  switch (address.search.register) {
    case "water-sources":
      return <RegisterView key="water-sources" register={waterSourcesRegister} address={address} />;
    case "fire-stations":
      return <RegisterView key="fire-stations" register={fireStationsRegister} address={address} />;
    case "roads":
      return <RegisterView key="roads" register={roadsRegister} address={address} />;
    case "communes":
      return <RegisterView key="communes" register={communesRegister} address={address} />;
    case "candidate-sites":
      return <RegisterView key="candidate-sites" register={candidateSitesRegister} address={address} />;
    case "exclusion-zones":
      return <RegisterView key="exclusion-zones" register={exclusionZonesRegister} address={address} />;
    default:
      return <RegisterView key="premises" register={premisesRegister} address={address} />;
  }
}
