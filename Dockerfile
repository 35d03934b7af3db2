# The server with the built pages. Build: docker build -t teabreak .
FROM node:22-slim AS build
WORKDIR /teabreak
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY server/package.json server/
COPY shared/package.json shared/
COPY web/package.json web/
RUN npx --yes "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile
COPY shared shared
COPY server server
COPY web web
COPY scripts scripts
RUN node scripts/build.mjs
# The database is a container of its own, so the embedded one stays behind with the other tools.
RUN npx --yes "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile --prod --no-optional

FROM node:22-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /teabreak
COPY --from=build /teabreak/package.json ./
COPY --from=build /teabreak/node_modules node_modules
COPY --from=build /teabreak/shared/package.json shared/
COPY --from=build /teabreak/shared/node_modules shared/node_modules
COPY --from=build /teabreak/shared/dist shared/dist
COPY --from=build /teabreak/server/package.json server/
COPY --from=build /teabreak/server/node_modules server/node_modules
COPY --from=build /teabreak/server/dist server/dist
COPY server/vocabulary server/vocabulary
COPY --from=build /teabreak/web/dist web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
