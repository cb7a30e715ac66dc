/** Opens one sheet of paper per chosen site. */
import { Printer } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../ui/button.tsx";
import type { ShownAnswer } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

const SitePrint = lazy(() => import("./site-print.tsx"));

export function PrintButton({ shown }: { shown: ShownAnswer }) {
  const { t } = useSitingText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Printer size={16} strokeWidth={1.7} aria-hidden />
        {t("siting.print")}
      </Button>
      {isOpen &&
        createPortal(
          <Suspense fallback={null}>
            <SitePrint shown={shown} onClose={() => setIsOpen(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}
