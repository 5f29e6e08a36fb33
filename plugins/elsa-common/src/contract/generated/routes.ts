// Written by scripts/contract.mjs (npm run contract) from
// plugins/elsa-backend/schema/openapi.yaml. Change that, never this file.

export const ROUTES = {
  "ListEnvironments": {
    "method": "GET",
    "path": "/environments"
  },
  "GetEnvironment": {
    "method": "GET",
    "path": "/environments/{kind}/{namespace}/{name}"
  },
  "ListTransitions": {
    "method": "GET",
    "path": "/environments/{kind}/{namespace}/{name}/transitions"
  },
  "GetSloSeries": {
    "method": "GET",
    "path": "/environments/{kind}/{namespace}/{name}/slos/{slo}/series"
  },
  "RefreshEnvironment": {
    "method": "POST",
    "path": "/environments/{kind}/{namespace}/{name}/refresh"
  },
  "ListSources": {
    "method": "GET",
    "path": "/sources"
  },
  "ListUnregistered": {
    "method": "GET",
    "path": "/unregistered"
  }
} as const;
