import { openSpool } from './spool.ts'
import { createSpoolPlaces } from './spool-places.ts'

/** Plain data in the order in which it was added. */
export interface RecordList<Value> {
  readonly length: number
  add(value: Value): void
  /** Reads a record again, by its number from 0. */
  at(number: number): Value
}

/** A temporary file of records, whose number and size hardly matter to memory. */
export interface RecordFile {
  /** Starts a list; lists share the file. */
  list<Value>(): RecordList<Value>
  /** Closes and removes the file. */
  close(): void
}

/**
 * Creates a file of records.
 *
 * @param path absolute.
 */
export function openRecordFile(path: string): RecordFile {
  const spool = openSpool(path)
  return {
    list<Value>(): RecordList<Value> {
      const places = createSpoolPlaces()
      return {
        get length() {
          return places.length
        },
        add(value) {
          places.add(spool.append(JSON.stringify(value)))
        },
        at: (number) => JSON.parse(spool.read(places.at(number)).toString()) as Value,
      }
    },
    close: spool.close,
  }
}
