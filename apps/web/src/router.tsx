/** The screens and their addresses. Each screen is loaded when it is first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { CoverageSearch } from "./coverage/coverage-search.ts";
import { AppShell } from "./frame/app-shell.tsx";
import { NotFound } from "./frame/not-found.tsx";
import { ScreenFault } from "./frame/screen-fault.tsx";
import { ImportSearch } from "./import/import-search.ts";
import { RegistersSearch } from "./registers/registers-search.ts";
import { StandardsSearch } from "./standards/standards-search.ts";
import { RootSearch } from "./state/root-search.ts";
import { parseSearch, stringifySearch } from "./state/search-codec.ts";

const rootRoute = createRootRoute({
  validateSearch: RootSearch,
  search: { middlewares: [retainSearchParams(["lang", "scenario"])] },
  component: AppShell,
  notFoundComponent: NotFound,
});

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/vung-phu", replace: true });
  },
});

export const coverageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/vung-phu",
  validateSearch: CoverageSearch,
  component: lazyRouteComponent(() => import("./coverage/coverage-page.tsx"), "CoveragePage"),
});

/** The screen reads its address itself, with a schema that is loaded with it. */
export const sitingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chon-vi-tri",
  validateSearch: (search: Record<string, unknown>) => search as { site?: string },
  component: lazyRouteComponent(() => import("./siting/siting-page.tsx"), "SitingPage"),
});

export const registersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/so-du-lieu",
  validateSearch: RegistersSearch,
  component: lazyRouteComponent(() => import("./registers/registers-page.tsx"), "RegistersPage"),
});

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhap-tep",
  validateSearch: ImportSearch,
  component: lazyRouteComponent(() => import("./import/import-page.tsx"), "ImportPage"),
});

export const standardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tieu-chuan",
  validateSearch: StandardsSearch,
  component: lazyRouteComponent(() => import("./standards/standards-page.tsx"), "StandardsPage"),
});

const routeTree = rootRoute.addChildren([
  indexRoute,
  coverageRoute,
  sitingRoute,
  registersRoute,
  importRoute,
  standardsRoute,
]);

export function createAppRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultErrorComponent: ScreenFault,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
