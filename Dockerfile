# The portal: backend and app in one image, on one port.
#   docker build -t elsa-portal .
#   docker run -p 7007:7007 --env-file portal.env elsa-portal
# portal.env holds what app-config.production.yaml takes from the environment;
# configuration of your own is a file to mount and a further --config.

# The same Node that npm scripts run on: see optionalDependencies in package.json.
ARG NODE_IMAGE=node:24.21.0-trixie-slim

FROM ${NODE_IMAGE} AS manifests
WORKDIR /src
COPY . .
# Only what `npm ci` reads, so that its layer is kept while sources change.
RUN find . -mindepth 2 -type f ! -name package.json -delete \
  && find . -maxdepth 1 -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete \
  && find . -type d -empty -delete

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY --from=manifests /src .
RUN npm ci --ignore-scripts
COPY . .
# The links to the workspaces' own node_modules stand for folders in the image.
RUN npm run build && rm -f dist/production/plugins/*/node_modules

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY --from=manifests /src .
RUN npm ci --ignore-scripts --omit=dev

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
RUN chown node:node /app
USER node
COPY --chown=node:node --from=dependencies /app/node_modules ./node_modules
# Versions that only one plugin wants lie in its own node_modules.
COPY --chown=node:node --from=dependencies /app/plugins ./plugins
# Built packages in the places to which node_modules links.
COPY --chown=node:node --from=build /app/dist/production/package.json ./
COPY --chown=node:node --from=build /app/dist/production/packages ./packages
COPY --chown=node:node --from=build /app/dist/production/plugins ./plugins
COPY --chown=node:node templates ./templates
COPY --chown=node:node app-config.yaml app-config.production.yaml ./
EXPOSE 7007
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ELSA_PORTAL_PORT ?? 7007}/.backstage/health/v1/readiness`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
