/** Style sheets and fonts are put in by the bundler. */
declare module '*.css';
