"""Books of many plans for the print shop: which plans, in which volumes, and what stands between them."""
