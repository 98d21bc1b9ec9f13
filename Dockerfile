# The bot with its embedded database, as an ordinary user. Data: volume /data. Settings: see README.md.
#   docker build -t orynda . && docker run -d --name orynda -e BOT_TOKEN=... -v orynda:/data orynda
# glibc, because the binaries of PostgreSQL need it: Alpine will not do.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY prisma prisma
COPY src src
# Prisma's command line, half of the size, hangs on the client as an optional peer, out of reach of npm prune.
RUN npm run -s prepare && npm uninstall --omit=dev --ignore-scripts prisma typescript

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data PORT=8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/prisma/migrations prisma/migrations
COPY --from=build /app/dist dist
# Texts and other data are read from beside their sources.
COPY --from=build /app/src src
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: SIGTERM must reach the bot.
CMD ["node", "--max-semi-space-size=32", "dist/main.js"]
