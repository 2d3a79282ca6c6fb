"""What pictures are drawn with: charts, forms of links and standings, the width of a text."""
