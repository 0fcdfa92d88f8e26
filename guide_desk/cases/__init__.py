"""Going through an elder's papers: what the area 办事 knows and shows. No Qt."""
