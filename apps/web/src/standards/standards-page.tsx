/** Standards and unit prices: presets to read, the province's own copies to edit. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useId, useRef } from "react";
import { useStandards } from "../api/standards.ts";
import { PhoneHeader } from "../frame/phone-header.tsx";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Select } from "../ui/select.tsx";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { focusFaultyField } from "./faulty-field.ts";
import { StandardForm } from "./standard-form.tsx";
import { UnitPricesForm } from "./unit-prices-form.tsx";
import { useStandardDraft } from "./use-standard-draft.ts";
import "./standards-page.css";

export function StandardsPage() {
  const { t, label } = useText();
  const isPhone = useIsPhone();
  const nameId = useId();
  const main = useRef<HTMLElement>(null);
  const { standard: asked } = useSearch({ from: "/tieu-chuan" });
  const navigate = useNavigate({ from: "/tieu-chuan" });
  const choose = (id: string) => void navigate({ to: ".", search: (old) => ({ ...old, standard: id }) });
  const { data: standards = [] } = useStandards();
  const id = asked ?? standards[0]?.id;
  const { standard, isChanged, error, refetch, save, change, drop, copy } = useStandardDraft(id, choose);
  const isNewOne = standard !== undefined && standard.id !== id;
  return (
    <div className="standards-page">
      {isPhone ? (
        <PhoneHeader title={t("standards.title")} />
      ) : (
        <PageHeader title={t("standards.title")} lead={t("standards.lead")} />
      )}
      <div className="standards-body">
        <section ref={main} className="standards-main">
          {error ? (
            <ErrorState what={t("standards.title")} error={error} onRetry={refetch} />
          ) : !standard ? (
            <Skeleton lines={12} height={34} />
          ) : (
            <>
              <div className="standards-choice">
                {isNewOne ? (
                  <b>{t("standards.newOne")}</b>
                ) : (
                  <Select
                    label={t("coverage.standard")}
                    value={standard.id as string}
                    choices={standards.map((one) => ({ value: one.id as string, label: label(one.name) }))}
                    onChange={choose}
                  />
                )}
                {!isNewOne && (
                  <Button
                    onPress={() =>
                      copy({
                        vi: t("standards.copyName", { name: standard.name.vi }),
                        en: t("standards.copyName", { name: standard.name.en }),
                      })
                    }
                  >
                    {t("standards.copy")}
                  </Button>
                )}
              </div>
              {standard.isPreset ? (
                <p className="caption">{t("standards.presetLead")}</p>
              ) : (
                <div className="number-input">
                  <label htmlFor={nameId}>{t("standards.name")}</label>
                  <input
                    id={nameId}
                    value={standard.name.vi}
                    onChange={({ target }) =>
                      change({ ...standard, name: { vi: target.value, en: target.value } })
                    }
                  />
                </div>
              )}
              <StandardForm standard={standard} isReadOnly={standard.isPreset} onChange={change} />
              {save.error && (
                <ErrorState what={t("standards.title")} error={save.error} onRetry={() => save.reset()} />
              )}
              {!standard.isPreset && (
                <div className="standards-actions standards-sticky">
                  <Button
                    look="primary"
                    isDisabled={!isChanged || save.isPending || standard.name.vi.trim() === ""}
                    onPress={() => focusFaultyField(main.current) || save.mutate(standard)}
                  >
                    {t("standards.save")}
                  </Button>
                  {isChanged && <Button onPress={drop}>{t("standards.undo")}</Button>}
                  {save.isSuccess && !isChanged && (
                    <output className="caption">{t("standards.savedStandard")}</output>
                  )}
                </div>
              )}
            </>
          )}
        </section>
        <UnitPricesForm />
      </div>
    </div>
  );
}
