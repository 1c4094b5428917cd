# syntax=docker/dockerfile:1
# The tracker, and nothing else of the repository. Build: docker build --build-arg COMMIT=$(git rev-parse HEAD) -t sevenstep-tracker .

FROM node:24-bookworm-slim AS build
WORKDIR /repository
COPY . .
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    npx --yes pnpm@12.21.0 install --frozen-lockfile --filter "@sevenstep/tracker..." \
 && npx --yes pnpm@12.21.0 --filter "@sevenstep/tracker..." run build \
 && npx --yes pnpm@12.21.0 --filter @sevenstep/tracker --prod deploy /tracker

FROM node:24-bookworm-slim
ARG COMMIT=""
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIRECTORY=/data \
    STOP_DELAY_SECONDS=5 \
    COMMIT=$COMMIT
# Only the embedded database writes, and only below /data; the rest may be mounted read-only.
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /tracker /tracker
WORKDIR /tracker
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "build/program/main.js"]
