/** The page's HTML. Everything it needs comes from this server. */
export const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Embedded workspace</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_page/page.css">
</head>
<body>
<div id="root"></div>
<noscript>This page needs JavaScript.</noscript>
<script src="/_page/page.js"></script>
</body>
</html>
`;
