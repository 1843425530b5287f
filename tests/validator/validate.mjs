// Validate Office files with the Open XML SDK: a JSON list of paths on standard input, on standard output a JSON
// object of path -> list of faults, each a sentence; an empty list is a valid file. One process for all files, for it
// takes seconds to start. A file that the SDK cannot open at all is a fault of that file; anything else ends this
// program with a traceback.
import fs from 'node:fs'
import validate, { getFileFormatFromName } from '@ooxml-tools/validate'

const OFFICE = 'Microsoft365'

const faults = {}
for (const file of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  const content = new Uint8Array(fs.readFileSync(file))
  try {
    const found = await validate(content, getFileFormatFromName(file), OFFICE)
    faults[file] = found.map(({ description, path }) => `${path?.partUri ?? ''} ${path?.xpath ?? ''}: ${description}`)
  } catch (error) {
    faults[file] = [`cannot be opened: ${error.message ?? error}`]
  }
}
// Left by hand once all is written: the runtime of the SDK would keep the process alive.
process.stdout.write(JSON.stringify(faults), () => process.exit(0))
