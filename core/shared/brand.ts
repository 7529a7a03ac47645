declare const brand: unique symbol;

/**
 * A value that only the function that checked it can make: the next step takes the branded type,
 * so the check between them cannot be left out without the compiler noticing.
 */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
