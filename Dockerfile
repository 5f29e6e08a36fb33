# The portal: backend and app in one image, on one port.
#   docker build -t elsa-portal .
#   docker run -p 7007:7007 --env-file portal.env elsa-portal
# portal.env holds what app-config.production.yaml takes from the environment.

FROM node:24-trixie-slim AS manifests
WORKDIR /src
COPY . .
# Only what `npm ci` reads, so that its layer is kept while sources change.
RUN find . -mindepth 3 -type f ! -name package.json -delete \
  && find . -maxdepth 1 -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete \
  && find . -type d -empty -delete

FROM node:24-trixie-slim AS build
WORKDIR /app
COPY --from=manifests /src .
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-trixie-slim AS dependencies
WORKDIR /app
COPY --from=manifests /src .
RUN npm ci --ignore-scripts --omit=dev

FROM node:24-trixie-slim
ENV NODE_ENV=production
WORKDIR /app
RUN chown node:node /app
USER node
COPY --chown=node:node --from=dependencies /app/node_modules ./node_modules
# Built packages in the places to which node_modules links.
COPY --chown=node:node --from=build /app/dist/production/package.json ./
COPY --chown=node:node --from=build /app/dist/production/packages ./packages
COPY --chown=node:node --from=build /app/dist/production/plugins ./plugins
COPY --chown=node:node templates ./templates
COPY --chown=node:node app-config.yaml app-config.production.yaml ./
EXPOSE 7007
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
