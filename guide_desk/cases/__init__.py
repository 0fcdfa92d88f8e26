"""Going through an elder's papers: what the area cases knows and shows. No Qt."""
