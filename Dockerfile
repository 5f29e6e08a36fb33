# The portal: backend, app and Helm in one image, on one port.
#   docker build -t elsa-portal .
#   docker run -p 7007:7007 --env-file portal.env --read-only --tmpfs /tmp elsa-portal
# portal.env holds what app-config.production.yaml takes from the environment;
# configuration of your own is a file to mount and a further --config. Running
# it, with TLS, backups and upgrades: docs/operate.md.

# The same Node that npm scripts run on: see optionalDependencies in package.json.
# The digest is that of the index of all platforms; docs/operate.md says where it
# is from and how it is updated.
# renovate: datasource=docker depName=node versioning=docker
ARG NODE_IMAGE=node:24.21.0-trixie-slim@sha256:173f125896c3b47ddf056734c7ea789d04595a6a08769a8f78e0df642781fb66

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
RUN npm run build \
  && rm -f dist/production/plugins/*/node_modules \
  && node scripts/image-helm.mjs dist/helm

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY --from=manifests /src .
RUN npm ci --ignore-scripts --omit=dev

# Put together where it costs no layer to take away the right to write.
FROM ${NODE_IMAGE} AS files
WORKDIR /files/app
COPY --from=dependencies /app/node_modules ./node_modules
# Versions that only one plugin wants lie in its own node_modules.
COPY --from=dependencies /app/plugins ./plugins
# Built packages in the places to which node_modules links.
COPY --from=build /app/dist/production/package.json ./
COPY --from=build /app/dist/production/packages ./packages
COPY --from=build /app/dist/production/plugins ./plugins
COPY templates ./templates
COPY app-config.yaml app-config.production.yaml app-config.postgres-tls.yaml ./
COPY --from=build /app/dist/helm/helm /files/usr/local/bin/helm
RUN chmod -R a-w,a+rX /files/app && chmod 0555 /files/usr/local/bin/helm

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
# All of it is root's. The portal writes to /tmp only.
COPY --from=files /files/app /app
COPY --from=files /files/usr/local/bin/helm /usr/local/bin/helm
# The image's user `node`, as a number: Kubernetes can tell that it is not root.
USER 1000:1000
EXPOSE 7007
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ELSA_PORTAL_PORT ?? 7007}/.backstage/health/v1/readiness`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
