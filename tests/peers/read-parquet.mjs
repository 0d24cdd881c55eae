// Prints a Parquet file as one JSON document: the columns with their logical types, and the rows as a reader of others sees them.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const file = await asyncBufferFromFile(process.argv[2])
const metadata = await parquetMetadataAsync(file)
const columns = parquetSchema(metadata).children.map(({ element }) => ({
  name: element.name,
  type: element.type,
  logical: element.logical_type ?? null,
  converted: element.converted_type ?? null,
  scale: element.scale ?? null,
  precision: element.precision ?? null,
}))
const rows = await parquetReadObjects({ file, metadata, compressors })
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value)
process.stdout.write(JSON.stringify({ columns, rows }, plain))
