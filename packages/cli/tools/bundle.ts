import { readFileSync, renameSync, rmSync } from 'node:fs'
import { type CodeSplittingGroup, type InputOptions, type OutputOptions, rolldown } from 'rolldown'
import { ascii } from './ascii-plugin.ts'
import { builtins } from './builtins-plugin.ts'
import { joinChunks } from './join-chunks.ts'
import { latePackages } from './late-packages-plugin.ts'

// One build, so that every class exists once: what a command loads on demand shares its chunks with the start.
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const input: InputOptions = {
  input: { main: 'build/main.js' },
  platform: 'node',
  transform: { target: 'node20.19', define: { bundledVersion: JSON.stringify(version) } },
  // The platform's own store of secrets is native code that whoever wants it installs beside the command.
  external: ['@napi-rs/keyring'],
  plugins: [builtins, latePackages, ascii],
  // What two commands load, one of them at its start, is no mistake.
  checks: { ineffectiveDynamicImport: false },
}

const whatIsLoaded = await bundle([], (build, output) => build.generate(output))
// What every command starts with, and what the checks that have to start quickly take beyond.
const connector = ['build/kinds/connector.js']
const flowPackage = ['build/kinds/flow-package.js']
const groups = joinChunks(whatIsLoaded, [
  { name: 'start', from: ['build/main.js', 'build/check/find-others.js'] },
  { name: 'reading', from: flowPackage, and: connector },
  { name: 'find-connectors', from: ['build/check/find-connectors.js'] },
  { name: 'connector', from: connector },
  { name: 'flow-package', from: flowPackage },
])
rmSync('build/bundle', { recursive: true, force: true })
await bundle(groups, (build, output) => build.write(output))
// A bundle that could not be made leaves the last one in its place.
rmSync('dist', { recursive: true, force: true })
renameSync('build/bundle', 'dist')

type Build = Awaited<ReturnType<typeof rolldown>>

async function bundle<Result>(
  groups: CodeSplittingGroup[],
  make: (build: Build, output: OutputOptions) => Promise<Result>,
): Promise<Result> {
  const build = await rolldown(input)
  try {
    return await make(build, {
      dir: 'build/bundle',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true,
      codeSplitting: { groups },
    })
  } finally {
    await build.close()
  }
}
