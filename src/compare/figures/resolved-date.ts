// What a date in a text comes to once it is worked out, however it was written.
import { inCalendar, weekdayOf } from './calendar.ts'
import type { DateFigure } from './types.ts'

/** All that a date says besides where and how it stands in the text. */
export type Resolved = Pick<DateFigure, 'precision' | 'days' | 'value'> &
  Partial<Pick<DateFigure, 'weekday' | 'zone'>>

/** What a date comes to whose day is known. */
export const onDay = (day: number): Resolved => ({
  precision: 'day',
  days: [day, day],
  weekday: weekdayOf(day),
  value: inCalendar(day).iso,
})
