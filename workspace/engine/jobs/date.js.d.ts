/** Reads a time such as `in 10 seconds`; a text that says no time is `offset`. */
declare module 'date.js' {
  export default function date(text: string, offset?: Date): Date;
}
