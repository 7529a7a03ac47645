import type { Bundle } from './bundle';

/** The page's HTML. Everything it needs comes from this server, at addresses that change with what is there. */
export const pageDocument = ({ hash }: Bundle): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Embedded workspace</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_page/${hash}/page.css">
</head>
<body>
<div id="root"></div>
<noscript>This page needs JavaScript.</noscript>
<script src="/_page/${hash}/page.js"></script>
</body>
</html>
`;
